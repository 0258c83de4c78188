import { Button, Input } from "@fluentui/react-components";
import { PersonAddRegular } from "@fluentui/react-icons/svg/person-add";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useState } from "react";
import type { RefusedAccount, StaffMember } from "../../../shared/contract/people.ts";
import type { PersonState } from "../../../shared/model/person-state.ts";
import { normalise } from "../../../shared/text/normalise.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { peopleText } from "../text/people-text.ts";
import { RefusedGroup } from "./RefusedGroup.tsx";
import { StaffGroup } from "./StaffGroup.tsx";

/** Those who wait for something come first. */
const groups: readonly PersonState[] = ["waiting", "invited", "active", "inactive"];

/** From so many people on there is something to search in. */
const manyPeople = 8;

interface StaffListProps {
  readonly people: readonly StaffMember[];
  readonly refused: readonly RefusedAccount[];
  readonly onInvite: () => void;
  readonly onOpen: (id: string) => void;
}

/** Everybody with an account, by where they stand, and the accounts that were refused. */
export function StaffList({ people, refused, onInvite, onOpen }: StaffListProps) {
  const [sought, setSought] = useState("");
  const isSought = (words: string) => normalise(words).includes(normalise(sought));
  const found = people.filter(({ name, email }) => isSought(`${name} ${email}`));
  const foundRefused = refused.filter(({ account }) => isSought(account));
  return (
    <Page>
      <Title level={2}>{peopleText.title}</Title>
      <Buttons>
        <Button appearance="primary" icon={<PersonAddRegular />} onClick={onInvite}>
          {peopleText.invite}
        </Button>
      </Buttons>
      {people.length >= manyPeople && (
        <Input
          type="search"
          contentBefore={<SearchRegular />}
          placeholder={peopleText.search}
          aria-label={peopleText.search}
          value={sought}
          onChange={(_, { value }) => setSought(value)}
        />
      )}
      {found.length + foundRefused.length === 0 && <Empty line={peopleText.nobody} />}
      {groups.map((state) => (
        <StaffGroup
          key={state}
          state={state}
          people={found.filter((person) => person.state === state)}
          known={people.filter((person) => person.state === "active" || person.state === "invited")}
          onOpen={onOpen}
        />
      ))}
      <RefusedGroup refused={foundRefused} />
    </Page>
  );
}
