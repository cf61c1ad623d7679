/** Set by the build: a checksum of all code that makes an index. */
declare const INDEX_CODE: string;

/** What was saved by other code is made anew: it may read a document otherwise, or take something else out of it. */
export const INDEX_VERSION: string = INDEX_CODE;
