// An optional install (docs/operating.md), so its own types may be absent.
declare module 'tesseract.js' {
  interface Recognized {
    readonly data: { readonly blocks: readonly import('./recognized-text.ts').RecognizedBlock[] | null };
  }
  interface TesseractWorker {
    recognize(
      image: Uint8Array,
      options: object,
      output: { readonly text: boolean; readonly blocks: boolean },
    ): Promise<Recognized>;
    terminate(): Promise<unknown>;
  }
  const tesseract: {
    createWorker(
      languages: string,
      engine: number,
      options: { readonly langPath: string; readonly cacheMethod: 'none' },
    ): Promise<TesseractWorker>;
  };
  export default tesseract;
}
