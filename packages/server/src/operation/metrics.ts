/** What the server counts, in the text format that Prometheus reads (0.0.4). Nothing here names a case, a seat or a person. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

type Labels = Readonly<Record<string, string>>;

/** A count that only grows, by labels. */
export class Counter {
  readonly #counts = new Map<string, number>();

  add(labels: Labels = {}, by = 1): void {
    const key = shown(labels);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }

  lines(name: string): readonly string[] {
    return [...this.#counts].map(([labels, count]) => `${name}${labels} ${count}`);
  }
}

/** Upper bounds of the classes of durations, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** How long things took, in classes. */
export class Histogram {
  readonly #classes = BOUNDS.map(() => 0);
  #sum = 0;
  #count = 0;

  add(seconds: number): void {
    BOUNDS.forEach((bound, index) => {
      if (seconds <= bound) this.#classes[index]! += 1;
    });
    this.#sum += seconds;
    this.#count += 1;
  }

  lines(name: string): readonly string[] {
    return [
      ...BOUNDS.map((bound, index) => `${name}_bucket{le="${bound}"} ${this.#classes[index]}`),
      `${name}_bucket{le="+Inf"} ${this.#count}`,
      `${name}_sum ${this.#sum}`,
      `${name}_count ${this.#count}`,
    ];
  }
}

export class Metrics {
  readonly requests = new Counter();
  readonly requestSeconds = new Histogram();
  /** Commands, by what became of them: `recorded`, `refused`, `busy`. */
  readonly commands = new Counter();
  /** From a command's arrival to its acknowledgement. */
  readonly commandSeconds = new Histogram();
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });

  constructor() {
    this.#delay.enable();
  }

  text(watchers: number): string {
    const { heapUsed, rss } = process.memoryUsage();
    return [
      '# TYPE foedus_http_requests_total counter',
      ...this.requests.lines('foedus_http_requests_total'),
      '# TYPE foedus_http_request_seconds histogram',
      ...this.requestSeconds.lines('foedus_http_request_seconds'),
      '# TYPE foedus_commands_total counter',
      ...this.commands.lines('foedus_commands_total'),
      '# TYPE foedus_command_seconds histogram',
      ...this.commandSeconds.lines('foedus_command_seconds'),
      '# TYPE foedus_watchers gauge',
      `foedus_watchers ${watchers}`,
      '# TYPE foedus_event_loop_delay_p99_seconds gauge',
      `foedus_event_loop_delay_p99_seconds ${this.#delay.percentile(99) / 1e9}`,
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${rss}`,
      '# TYPE foedus_heap_used_bytes gauge',
      `foedus_heap_used_bytes ${heapUsed}`,
      '',
    ].join('\n');
  }

  close(): void {
    this.#delay.disable();
  }
}

function shown(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? '' : `{${pairs.join()}}`;
}
