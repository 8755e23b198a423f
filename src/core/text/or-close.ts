/** Waits for what is done with something open; if that fails, closes it, and fails as it did. */
export async function orClose<Result>(
  doing: Promise<Result>,
  opened: { close(): Promise<void> },
): Promise<Result> {
  try {
    return await doing;
  } catch (error) {
    await opened.close().catch(() => {}); // why it was closed says more
    throw error;
  }
}
