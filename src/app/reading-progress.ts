/** What progress is told with. */
export interface ProgressOptions {
  /** Milliseconds, from any point on. */
  elapsed(): number;
  tell(line: string): void;
}

/** How far the first reading is. */
export interface ReadingProgress {
  /** So many files are left to read. */
  left(files: number): void;
  /** Tells of it once a minute from now on: questions are answered meanwhile. */
  calm(): void;
  /** Everything was read; what is read later is not told of. */
  end(): void;
}

const INTERVALS = { first: 1000, calm: 60_000 }; // milliseconds between two lines
const RECENT = { least: 10_000, most: 60_000 }; // milliseconds from whose rate the time left is told

/** Tells the operator how far the first reading is and how long it will take, from the rate of the last minute. */
export function createReadingProgress({ elapsed, tell }: ProgressOptions): ReadingProgress {
  let told = elapsed();
  let interval = INTERVALS.first;
  let of = 0;
  let isOver = false;
  const recent: Sample[] = [];
  return {
    left(files) {
      if (isOver) return;
      of = Math.max(of, files);
      const now = { at: elapsed(), left: files };
      if (now.at - told < interval) return;
      told = now.at;
      recent.push(now);
      while ((recent[1]?.at ?? now.at) <= now.at - RECENT.most) recent.shift();
      tell(`Reading documents: ${format(of - files)} of ${format(of)}${timeLeft(recent, files)}.`);
    },
    calm() {
      interval = INTERVALS.calm;
    },
    end() {
      if (!isOver && interval === INTERVALS.calm) tell('All documents are read.');
      isOver = true;
    },
  };
}

interface Sample {
  readonly at: number;
  readonly left: number;
}

function timeLeft(recent: readonly Sample[], files: number): string {
  const [from, to] = [recent[0], recent.at(-1)];
  if (!from || !to || to.at - from.at < RECENT.least || to.left >= from.left) return '';
  const seconds = (files * (to.at - from.at)) / (from.left - to.left) / 1000;
  return `, about ${inWords(seconds)} left`;
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(10, Math.round(seconds / 10) * 10)} seconds`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} minutes`;
  return `${Math.round(seconds / 3600)} hours`;
}

function format(count: number): string {
  return count.toLocaleString('en');
}
