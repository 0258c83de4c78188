import { makeStyles } from "@fluentui/react-components";
import { formatInstant, formatMoment } from "../text/moments.ts";
import { useNow } from "../session/use-now.ts";

const useStyles = makeStyles({ moment: { whiteSpace: "nowrap" } });

/** How long ago an instant was; the whole date is its tooltip. */
export function Moment({ at }: { readonly at: string }) {
  return (
    <time className={useStyles().moment} dateTime={at} title={formatInstant(at)}>
      {formatMoment(at, useNow())}
    </time>
  );
}
