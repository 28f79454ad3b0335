/** Changes whenever the same bytes may give another text layer or other metadata. */
export const READER_VERSION = '6'
