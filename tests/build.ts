import { execFileSync } from 'node:child_process';

/** Builds once before the tests, since some of them run the built program. */
export default function build(): void {
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
}
