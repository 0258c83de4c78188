import { useId } from "react";
import { periodLabel } from "../../../shared/colombia/months.ts";
import type { TableSummary } from "../../sync/session.ts";
import { Card } from "../parts/Card.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Moment } from "../parts/Moment.tsx";
import { Notice } from "../parts/Notice.tsx";
import { QuietLink } from "../parts/QuietLink.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { tableLabel } from "../session/definitions.ts";
import { es } from "../text/es.ts";
import { troubleActLabels } from "../text/trouble-sentences.ts";

/** A computed table of this workbook: its period, where it is, and how fresh. */
export function TableCard({ table }: { readonly table: TableSummary }) {
  const titleId = useId();
  return (
    <Card labelledBy={titleId}>
      <div>
        <Title level={3} id={titleId}>
          {tableLabel(table.table)}
        </Title>
        {periodLabel(table.months)}
        {!table.missing && <Standing table={table} />}
      </div>
      {table.missing && <Missing table={table} />}
    </Card>
  );
}

function Standing({ table }: { readonly table: TableSummary }) {
  const { run } = useActs();
  return (
    <Hush>
      <QuietLink
        text={table.place.worksheet}
        label={es.sheets.goTo(table.place.worksheet)}
        onAct={() => void run((commands) => commands.goTo(table.place))}
      />
      {" · "}
      {table.refreshedAt === null ? (
        es.tables.neverRefreshed
      ) : (
        <>
          {es.tables.refreshed} <Moment at={table.refreshedAt} />
        </>
      )}
    </Hush>
  );
}

function Missing({ table }: { readonly table: TableSummary }) {
  const { run } = useActs();
  const again = () =>
    void run(async (commands) => {
      const inserted = await commands.insertTable(table.table, table.months);
      return inserted.ok ? commands.forgetTable(table.id) : inserted;
    });
  const forget = () => void run((commands) => commands.forgetTable(table.id));
  return (
    <Notice
      sentence={es.tables.missing}
      acts={[
        { label: troubleActLabels["insert-again"], onAct: again },
        { label: troubleActLabels.forget, onAct: forget },
      ]}
    />
  );
}
