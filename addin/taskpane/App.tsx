import { makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { isPassing } from "../sync/live/transient.ts";
import type { CommandFailure, PaneState } from "../sync/session.ts";
import { People } from "./admin/People.tsx";
import { Settings } from "./admin/Settings.tsx";
import { Boundary } from "./frame/Boundary.tsx";
import { FailureBar } from "./frame/FailureBar.tsx";
import { Foot } from "./frame/Foot.tsx";
import { Header } from "./frame/Header.tsx";
import { hasOwnPrimary } from "./frame/own-primary.ts";
import { Places, placesOf, type Place } from "./frame/Places.tsx";
import { Loading } from "./parts/Loading.tsx";
import { Page } from "./parts/Page.tsx";
import { Review } from "./review/Review.tsx";
import { reviewCount } from "./review/queue.ts";
import { usePane } from "./session/SessionProvider.tsx";
import { Sheets } from "./sheets/Sheets.tsx";
import { SignIn } from "./sign-in/SignIn.tsx";
import { troubledLinks } from "./text/state-sentence.ts";
import { Tables } from "./tables/Tables.tsx";
import { Today } from "./today/Today.tsx";

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  pane: {
    height: "100vh",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  frame: { flex: "none", borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  // What the keyboard reaches is not hidden by a bar at the lower edge of a view.
  body: { flex: "1 1 0", minHeight: 0, overflowY: "auto", scrollPaddingBottom: "56px" },
});

/** The pane: signing in, or the frame with its places. */
export function App() {
  usePageStyles();
  const styles = useStyles();
  const state = usePane();
  const [signingIn, setSigningIn] = useState(false);
  const [chosen, setPlace] = useState<Place | null>(null);
  const places = placesOf(state.me?.person.role);
  const place = chosen !== null && places.includes(chosen) ? chosen : places[0];
  // Signed in again: the next session that ends asks before it takes the view away.
  if (signingIn && state.connection !== "session-expired") setSigningIn(false);
  const mustSignIn = state.phase === "signed-out" || signingIn;
  return (
    <div className={styles.pane}>
      {mustSignIn ? (
        <SignIn me={state.me} onBack={() => setSigningIn(false)} />
      ) : (
        <Work places={places} place={place} onGo={setPlace} onSignIn={() => setSigningIn(true)} />
      )}
    </div>
  );
}

interface WorkProps {
  readonly places: readonly [Place, ...Place[]];
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly onSignIn: () => void;
}

function Work({ places, place, onGo, onSignIn }: WorkProps) {
  const styles = useStyles();
  const state = usePane();
  if (state.phase === "starting") return <Starting />;
  return (
    <>
      <div className={styles.frame}>
        <Header me={state.me} />
        <Places
          places={places}
          place={place}
          toReview={reviewCount(state) + state.reasonsMissing.length}
          troubled={troubledLinks(state)}
          onGo={onGo}
        />
      </div>
      <main className={styles.body} id="place" role="tabpanel" aria-labelledby={`tab-${place}`}>
        {state.failure && !isInFoot(state.failure, state) && (
          <FailureBar failure={state.failure} onSignIn={onSignIn} />
        )}
        <Boundary key={place}>
          <View place={place} onGo={onGo} />
        </Boundary>
      </main>
      {hasWork(state) && <Foot quiet={hasOwnPrimary(place, state)} onSignIn={onSignIn} />}
    </>
  );
}

/** Whether there is anything that the foot speaks of: the administrator's workbook rarely holds rows. */
const hasWork = ({ me, links, connection }: PaneState): boolean =>
  me?.person.role !== "admin" || links.length > 0 || connection !== "online";

/** The foot says these already, for as long as they last. */
const isInFoot = (failure: CommandFailure, { isPaused }: PaneState): boolean =>
  failure.code === "offline" || failure.code === "unauthenticated" || (isPaused && isPassing(failure));

function View({ place, onGo }: { readonly place: Place; readonly onGo: (place: Place) => void }) {
  switch (place) {
    case "today":
      return <Today onGoToSheets={() => onGo("sheets")} />;
    case "sheets":
      return <Sheets onReview={() => onGo("review")} />;
    case "review":
      return <Review />;
    case "tables":
      return <Tables />;
    case "people":
      return <People />;
    case "settings":
      return <Settings />;
  }
}

function Starting() {
  const styles = useStyles();
  return (
    <>
      <div className={styles.frame}>
        <Header me={null} />
      </div>
      <main className={styles.body}>
        <Page>
          <Loading blocks={2} />
        </Page>
      </main>
    </>
  );
}
