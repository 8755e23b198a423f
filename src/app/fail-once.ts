/** Repeats something that may fail: a failure is told once, until it goes well again. */
export function failOnce(run: () => Promise<void>, tell: (cause: unknown) => void): () => Promise<void> {
  let isWell = true;
  return () =>
    run().then(
      () => {
        isWell = true;
      },
      (cause) => {
        if (isWell) tell(cause);
        isWell = false;
      },
    );
}
