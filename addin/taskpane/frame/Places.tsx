import { CounterBadge, Tab, TabList, makeStyles, tokens } from "@fluentui/react-components";
import type { Role } from "../../../shared/model/role.ts";
import { choiceOf } from "../parts/choice-of.ts";
import { es } from "../text/es.ts";

const businessPlaces = ["today", "sheets", "review", "tables"] as const;
const adminPlaces = ["people", "settings"] as const;
export type Place = (typeof businessPlaces)[number] | (typeof adminPlaces)[number];

/** The places of whoever is signed in: the administrator keeps accounts and settings, and sees no business rows. */
export const placesOf = (role: Role | undefined): readonly [Place, ...Place[]] =>
  role === "admin" ? adminPlaces : businessPlaces;

const useStyles = makeStyles({
  tabs: { paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  label: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
});

interface PlacesProps {
  readonly places: readonly [Place, ...Place[]];
  readonly place: Place;
  readonly toReview: number;
  /** How many sheets cannot be read or written as they should. */
  readonly troubled: number;
  readonly onGo: (place: Place) => void;
}

/** The places of the pane, with the number of things that need a person where they are mended. */
export function Places({ places, place, toReview, troubled, onGo }: PlacesProps) {
  const styles = useStyles();
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={place}
      aria-label={es.placesLabel}
      onTabSelect={(_, { value }) => onGo(choiceOf(places, value, places[0]))}
    >
      {places.map((one) => (
        <Tab key={one} value={one} id={`tab-${one}`} aria-controls="place">
          <span className={styles.label}>
            {es.places[one]}
            {one === "review" && <Count count={toReview} label={es.toReview(toReview)} />}
            {one === "sheets" && <Count count={troubled} label={es.troubled(troubled)} />}
          </span>
        </Tab>
      ))}
    </TabList>
  );
}

function Count({ count, label }: { readonly count: number; readonly label: string }) {
  if (count === 0) return null;
  return <CounterBadge count={count} overflowCount={999} size="small" color="danger" aria-label={label} />;
}
