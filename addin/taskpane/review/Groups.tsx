import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useState } from "react";
import { formatCount } from "../text/numbers.ts";
import { GroupItems } from "./GroupItems.tsx";
import { groupSize, type ReviewGroup } from "./queue.ts";

/** Up to this many things in all, every group is open from the start; else the worst one only. */
const openAll = 20;

const useStyles = makeStyles({
  groups: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
  panel: { marginLeft: tokens.spacingHorizontalM, marginRight: tokens.spacingHorizontalM },
  label: { ...typographyStyles.body1Strong, flex: "1 1 0", minWidth: 0, overflowWrap: "anywhere" },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  row: { display: "flex", flex: "1 1 0", columnGap: tokens.spacingHorizontalS, textAlign: "start" },
});

/** The groups as sections that open and close. */
export function Groups({ groups }: { readonly groups: readonly ReviewGroup[] }) {
  const styles = useStyles();
  const [toggled, setToggled] = useState<readonly string[]>([]);
  const total = groups.reduce((sum, group) => sum + groupSize(group), 0);
  const first = total <= openAll ? groups : groups.slice(0, 1);
  const openFirst = new Set(first.map(({ link }) => link));
  const open = groups
    .map(({ link }) => link)
    .filter((link) => openFirst.has(link) !== toggled.includes(link));
  const toggle = (link: string) =>
    setToggled(toggled.includes(link) ? toggled.filter((one) => one !== link) : [...toggled, link]);
  return (
    <Accordion
      className={styles.groups}
      multiple
      collapsible
      openItems={open}
      onToggle={(_, { value }) => toggle(String(value))}
    >
      {groups.map((group) => (
        <AccordionItem key={group.link} value={group.link}>
          <AccordionHeader as="h3" size="medium">
            <span className={styles.row}>
              <span className={styles.label}>{group.label}</span>
              <span className={styles.count}>{formatCount(groupSize(group))}</span>
            </span>
          </AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <GroupItems group={group} />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}
