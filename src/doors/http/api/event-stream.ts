/** Sends one event; its data are written as JSON. */
export type SendEvent = (event: string, data: object, id?: number) => void;

const HEARTBEAT_MS = 15_000;
const encoder = new TextEncoder();

/**
 * Server-sent events for as long as the reader stays, with a comment every 15 seconds so that neither end takes the other for gone.
 * @param open begins to send, and gives back what ends that; `close` ends the stream
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function eventStream(
  open: (send: SendEvent, close: () => void) => () => void,
): ReadableStream<Uint8Array> {
  let end = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true;
      let leave = () => {};
      const write = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const beat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
      beat.unref();
      end = () => {
        isOpen = false;
        clearInterval(beat);
        leave();
      };
      const close = () => {
        if (!isOpen) return;
        end();
        controller.close();
      };
      leave = open((event, data, id) => write(eventText(event, data, id)), close);
      if (!isOpen) leave();
    },
    cancel: () => end(),
  });
}

function eventText(event: string, data: object, id: number | undefined): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
