/**
 * How far a long run is: a bar with rate and time left on a terminal, a plain line now and then in a log.
 * Nothing of the clock reaches results.
 */
import { SingleBar } from 'cli-progress';
import { counted } from '../report/words.js';
import type { Session } from './session.js';

const BAR_EVERY_MS = 200;
const LINE_EVERY_MS = 30_000;

/** One run's progress, shown from the moment it is made; `end` must follow, or a bar keeps the cursor hidden. */
export class Progress {
  readonly #session: Session;
  readonly #total: number | null;
  readonly #start = Date.now();
  readonly #bar: SingleBar | null;
  #letters = 0;
  #weight = 0;
  #next: number;

  /** @param total weight of the whole input; null where it is not known */
  constructor(session: Session, total: number | null) {
    this.#session = session;
    this.#total = total;
    const hasBar = session.hasRoomForProgress && total !== null && total > 0;
    this.#next = this.#start + (session.hasRoomForProgress ? BAR_EVERY_MS : LINE_EVERY_MS);
    this.#bar = hasBar ? newBar() : null;
    this.#bar?.start(100, 0, { words: '' });
  }

  /** Counts what was read since the last time. @param weight in the unit of the total */
  add(letters: number, weight: number): void {
    this.#letters += letters;
    this.#weight += weight;
    const now = Date.now();
    if (now < this.#next) return;
    if (this.#bar) {
      this.#next = now + BAR_EVERY_MS;
      this.#bar.update(Math.min(99, this.#percent()), { words: this.#words(now) });
    } else if (this.#session.hasRoomForProgress) {
      this.#next = now + BAR_EVERY_MS;
      void this.#session.progress(this.#words(now));
    } else {
      this.#next = now + LINE_EVERY_MS;
      const percent = this.#total ? `${Math.floor(this.#percent())} %, ` : '';
      void this.#session.note(percent + this.#words(now));
    }
  }

  /** Clears the bar; lines in a log stay. */
  end(): void {
    this.#bar?.stop();
  }

  #percent(): number {
    return this.#total ? (100 * this.#weight) / this.#total : 0;
  }

  #words(now: number): string {
    const seconds = (now - this.#start) / 1000;
    const rate = `${counted(this.#letters, 'letter')}, ${Math.round(this.#letters / seconds)} a second`;
    if (!this.#total || this.#weight === 0) return rate;
    const left = (seconds * Math.max(0, this.#total - this.#weight)) / this.#weight;
    return `${rate}, ${timeInWords(left)} left`;
  }
}

function newBar(): SingleBar {
  return new SingleBar({
    format: '{bar} {percentage} % {words}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 24,
    gracefulExit: false,
  });
}

/** `50 s`, `12 min`, `3 h 20 min` */
function timeInWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
