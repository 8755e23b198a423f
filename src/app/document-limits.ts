import type { Worker } from 'node:worker_threads';

/** The limits for one document, and the script of the worker threads that read them. */
export interface DocumentWorkerOptions {
  /** For one document, from when the worker thread starts on it, without what it waits for a processor; by the clock, four times as many. */
  readonly seconds: number;
  /** Of the worker thread's heap. */
  readonly megabytes: number;
  /**
   * By which the process may grow for each worker thread that runs: buffers and the memory of libraries are outside the
   * heap.
   */
  readonly resident: number;
  /** Seconds without a document after which the worker thread ends, to free its memory. */
  readonly idle?: number;
  /** How the time of a thread is counted; by default its processor time and what it idles. */
  meter?(worker: Worker, before: readonly string[]): () => number;
  readonly script: URL;
  /** How many threads read at the same time; one if absent. */
  readonly threads?: number;
  /** How scans are read; absent if they are not. */
  readonly ocr?: OcrOptions;
}

/** The languages in which scans are read, and the limits for each page. */
export interface OcrOptions {
  /** Tesseract's codes, for example `eng+fra`. */
  readonly languages: string;
  /** For one page. */
  readonly seconds: number;
  /** By which the process may grow. */
  readonly resident: number;
  /** Called before each page of a file. */
  page?(path: string, page: Omit<ScannedPage, 'kind'>): void;
}

/** The limits under which a page is read by OCR: an A4 page takes about 6 seconds, and 20 on a busy machine. */
export const OCR_LIMITS = { seconds: 60, resident: 700 } as const;

/** What the thread is told at its start. */
export interface WorkerData {
  readonly ocr: string | null;
}

/** What the thread says before it reads a page by OCR. */
export interface ScannedPage {
  readonly kind: 'page';
  /** From 1, among the pages of the file that are scans. */
  readonly number: number;
  readonly of: number;
}
