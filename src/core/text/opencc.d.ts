/** The character tables of opencc-js: rows `from to alternative…`, joined by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const rows: string;
  export default rows;
}
declare module 'opencc-js/dict/STCharacters' {
  const rows: string;
  export default rows;
}
