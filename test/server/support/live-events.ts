import { createParser } from "eventsource-parser";

/** An event, or `beat` for a sign of life, or `end` once the stream is over. */
export interface Heard {
  readonly name: string;
  readonly content: unknown;
}

/** A stream of events as a test reads it. */
export interface LiveEvents {
  /** The next event; signs of life are passed over. */
  next(): Promise<Heard>;
  /** The next sign of life or event. */
  anything(): Promise<Heard>;
  cancel(): Promise<void>;
}

export function eventsOf(response: Response): LiveEvents {
  if (!response.ok || !response.body) throw new Error(`${response.status} where a stream was asked for`);
  const reader = response.body.getReader();
  const heard: Heard[] = [];
  const parser = createParser({
    onEvent: ({ event = "", data }) => heard.push({ name: event, content: JSON.parse(data) as unknown }),
    onComment: () => heard.push({ name: "beat", content: null }),
  });
  const decoder = new TextDecoder();
  const anything = async (): Promise<Heard> => {
    for (;;) {
      const first = heard.shift();
      if (first) return first;
      const { done, value } = await reader.read();
      if (done) return { name: "end", content: null };
      parser.feed(decoder.decode(value, { stream: true }));
    }
  };
  return {
    anything,
    async next() {
      for (;;) {
        const one = await anything();
        if (one.name !== "beat") return one;
      }
    },
    cancel: () => reader.cancel(),
  };
}
