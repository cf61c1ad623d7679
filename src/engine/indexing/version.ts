import { SEGMENT_VERSION } from '../../core/search/segment';
import { STORE_VERSION } from '../store/store';

/** What is saved under another version is made anew. */
export const INDEX_VERSION = `${STORE_VERSION}.${SEGMENT_VERSION}`;
