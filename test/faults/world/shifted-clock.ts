/**
 * Loaded into the service's process before the service: its clock begins at a given instant and can be put forward and
 * back while it runs, by messages. `performance` and timers go on as ever.
 */
const RealDate = Date;
const shift = { milliseconds: Number(process.env["FAULTS_CLOCK_SHIFT"] ?? 0) };

process.on("message", (message) => {
  if (isShift(message)) shift.milliseconds = message.shift;
});
// The channel alone keeps no service alive.
process.channel?.unref();

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [shiftedNow()] : args, newTarget) as Date,
  apply: () => new RealDate(shiftedNow()).toString(),
  get: (target, key) => (key === "now" ? shiftedNow : (Reflect.get(target, key) as unknown)),
});

function shiftedNow(): number {
  return RealDate.now() + shift.milliseconds;
}

function isShift(message: unknown): message is { readonly shift: number } {
  return typeof message === "object" && message !== null && "shift" in message;
}
