/** Raised whenever documents are read, divided or indexed in another way: what was kept of them before is not compared with them. */
export const READING_FORMAT = 10;
