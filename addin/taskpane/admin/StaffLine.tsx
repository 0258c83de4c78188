import { Avatar, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { LockClosedRegular } from "@fluentui/react-icons/svg/lock-closed";
import type { StaffMember } from "../../../shared/contract/people.ts";
import { roleLabels } from "../../../shared/model/role.ts";
import { initialsOf } from "../frame/initials.ts";
import { Hush } from "../parts/Hush.tsx";
import { Moment } from "../parts/Moment.tsx";
import { peopleText } from "../text/people-text.ts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    padding: `${tokens.spacingVerticalS} 0`,
    border: "none",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  body: { flex: "1 1 0", minWidth: 0 },
  name: { ...typographyStyles.body1, overflowWrap: "anywhere" },
  lock: { flex: "none", color: tokens.colorStatusDangerForeground1 },
  more: { flex: "none", color: tokens.colorNeutralForeground3 },
});

interface StaffLineProps {
  readonly person: StaffMember;
  readonly onOpen: () => void;
}

/** One person of a list: name, role and when they were last here; a lock where they are locked out. */
export function StaffLine({ person, onOpen }: StaffLineProps) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.line} onClick={onOpen}>
      <Avatar name={person.name} initials={initialsOf(person.name)} size={28} aria-hidden />
      <span className={styles.body}>
        <span className={styles.name}>{person.name}</span>
        <Hush>
          {roleLabels[person.role]} ·{" "}
          {person.lastSeen === null ? peopleText.neverSeen : <Moment at={person.lastSeen} />}
        </Hush>
      </span>
      {person.lockedUntil !== null && <LockClosedRegular className={styles.lock} title={peopleText.locked} />}
      <ChevronRightRegular className={styles.more} aria-hidden />
    </button>
  );
}
