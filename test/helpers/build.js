/** Compiles the sources once before the tests, so that end-to-end tests run what is in `src` now. */
import { execFileSync } from 'node:child_process';
export function setup() {
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
