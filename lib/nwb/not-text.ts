/** What h5wasm makes of bytes that are no text in UTF-8. */
export const NOT_TEXT = /[\p{Surrogate}\uFFFD]/u;
