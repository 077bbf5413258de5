import type { SeriesEvent } from '../series/events.js';
import type { Terminal } from './terminal.js';

/** How often a line is written where nobody is looking, in milliseconds. */
const MINUTE = 60_000;

/** Says how far the build of a series is: a line that changes for a person, a line each minute for a file, events for a program. */
export class SeriesProgress {
  readonly #terminal: Terminal;
  readonly #isExplained: boolean;
  readonly #running = new Map<string, string>();
  readonly #start = performance.now();
  readonly #timer: NodeJS.Timeout;
  #toBuild = 0;
  #done = 0;
  #failed = 0;
  #bytes = 0;
  #doneBytes = 0;
  #placing = 0;

  constructor(terminal: Terminal, isExplained: boolean) {
    this.#terminal = terminal;
    this.#isExplained = isExplained;
    this.#timer = setInterval(() => terminal.log(this.#line()), MINUTE);
    this.#timer.unref();
  }

  tell(event: SeriesEvent): void {
    if (this.#terminal.json) this.#terminal.print(JSON.stringify(event));
    this.#count(event);
    if (event.event === 'why' && this.#isExplained)
      this.#terminal.tell(
        `${event.volume}: ${event.action === 'build' ? 'built' : 'put into place again'}, since ${event.reasons.join('; ')}`,
      );
    this.#terminal.progress(this.#line());
  }

  end(): void {
    clearInterval(this.#timer);
    this.#terminal.clearProgress();
  }

  #count(event: SeriesEvent): void {
    switch (event.event) {
      case 'begin':
        this.#toBuild += event.toBuild;
        this.#bytes += event.bytes;
        break;
      case 'start':
        this.#running.set(event.volume, '');
        break;
      case 'progress':
        this.#running.set(event.volume, event.words);
        break;
      case 'done':
      case 'failed':
        this.#running.delete(event.volume);
        this.#doneBytes += event.bytes;
        if (event.event === 'done') this.#done++;
        else this.#failed++;
        break;
      case 'placing':
        this.#placing = event.volumes;
        break;
      case 'placed':
        this.#placing--;
        break;
    }
  }

  #line(): string {
    if (this.#placing > 0) return `Putting ${this.#placing} into place …`;
    const running = [...this.#running].map(([volume, words]) => `${volume}: ${words.replace(/ …$/, '')}`).join('; ');
    const failed = this.#failed === 0 ? '' : `, ${this.#failed} failed`;
    return [`${this.#done} of ${this.#toBuild} done${failed}`, this.#left(), running]
      .filter((part) => part !== '')
      .join(' · ');
  }

  /** From what the volumes done so far took, by their lengths; of those that run, half is taken as done. */
  #left(): string {
    if (this.#doneBytes === 0) return '';
    const passed = performance.now() - this.#start;
    const minutes = ((this.#bytes - this.#doneBytes) * passed) / this.#doneBytes / 60_000;
    return minutes < 1 ? 'less than a minute left' : `about ${Math.round(minutes)} min left`;
  }
}
