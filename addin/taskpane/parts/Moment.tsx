import { formatInstant, formatMoment } from "../text/moments.ts";
import { useNow } from "../session/use-now.ts";

/** How long ago an instant was; the whole date is its tooltip. */
export function Moment({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {formatMoment(at, useNow())}
    </time>
  );
}
