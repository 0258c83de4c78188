import { useEffect, useState } from "react";
import { Loading } from "../parts/Loading.tsx";
import { Page } from "../parts/Page.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { PersonDetail } from "./PersonDetail.tsx";
import { StaffList } from "./StaffList.tsx";

type Open = { readonly view: "list" | "invite" } | { readonly view: "person"; readonly id: string };

/** The people of the company: who waits, who is invited, who may come in; one of them; and the form of an invitation. */
export function People() {
  const { staff } = usePane();
  const { commands } = useActs();
  const [open, setOpen] = useState<Open>({ view: "list" });
  useEffect(() => void commands.loadStaff(), [commands]);
  const back = () => setOpen({ view: "list" });
  if (staff === null) {
    return (
      <Page>
        <Loading blocks={3} />
      </Page>
    );
  }
  if (open.view === "invite") return <InviteForm sendsMail={staff.sendsMail} onBack={back} />;
  const person = open.view === "person" ? staff.people.find(({ id }) => id === open.id) : undefined;
  if (person) return <PersonDetail person={person} onBack={back} />;
  return (
    <StaffList
      people={staff.people}
      refused={staff.refused}
      onInvite={() => setOpen({ view: "invite" })}
      onOpen={(id) => setOpen({ view: "person", id })}
    />
  );
}
