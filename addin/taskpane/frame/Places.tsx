import { CounterBadge, Tab, TabList, makeStyles, tokens } from "@fluentui/react-components";
import { es } from "../text/es.ts";

export const places = ["today", "sheets", "review", "tables"] as const;
export type Place = (typeof places)[number];

const useStyles = makeStyles({
  tabs: { paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  label: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
});

interface PlacesProps {
  readonly place: Place;
  readonly toReview: number;
  readonly onGo: (place: Place) => void;
}

/** The four places of the pane, with the number of things that need a person. */
export function Places({ place, toReview, onGo }: PlacesProps) {
  const styles = useStyles();
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={place}
      aria-label={es.placesLabel}
      onTabSelect={(_, { value }) => onGo(placeOf(value))}
    >
      {places.map((one) => (
        <Tab key={one} value={one} id={`tab-${one}`} aria-controls="place">
          <span className={styles.label}>
            {es.places[one]}
            {one === "review" && toReview > 0 && (
              <CounterBadge
                count={toReview}
                overflowCount={999}
                size="small"
                color="danger"
                aria-label={es.toReview(toReview)}
              />
            )}
          </span>
        </Tab>
      ))}
    </TabList>
  );
}

const placeOf = (value: unknown): Place => places.find((place) => place === value) ?? "today";
