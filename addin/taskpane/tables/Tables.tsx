import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import type { Role } from "../../../shared/model/role.ts";
import type { TableDefinition } from "../../../shared/model/table.ts";
import { tables } from "../../../shared/tables/registry.ts";
import { Empty } from "../parts/Empty.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { InsertTable } from "./InsertTable.tsx";
import { TableCard } from "./TableCard.tsx";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", justifyContent: "space-between" },
});

/** Computed tables: insert one, and bring those of this workbook up to date. */
export function Tables() {
  const { me, links, tables: inserted } = usePane();
  const offered = me ? tables.filter((table) => isOffered(table, me.person.role)) : [];
  if (offered.length === 0) {
    return (
      <Page>
        <Empty line={es.tables.notForRole} />
      </Page>
    );
  }
  return (
    <Page>
      <InsertTable offered={offered} />
      <Head canRefresh={links.length > 0 && inserted.some(({ missing }) => !missing)} />
      {inserted.length === 0 && <Hush>{es.tables.none}</Hush>}
      {inserted.map((table) => (
        <TableCard key={table.id} table={table} />
      ))}
    </Page>
  );
}

/** In a workbook with tables only, refreshing them is what the foot's button does. */
function Head({ canRefresh }: { readonly canRefresh: boolean }) {
  const styles = useStyles();
  const { run } = useActs();
  return (
    <div className={styles.head}>
      <Title level={2}>{es.tables.inserted}</Title>
      {canRefresh && (
        <Button
          size="small"
          icon={<ArrowClockwiseRegular />}
          onClick={() => void run((commands) => commands.refreshTables())}
        >
          {es.tables.refresh}
        </Button>
      )}
    </div>
  );
}

const isOffered = ({ access }: TableDefinition, role: Role): boolean =>
  access.read.includes(role) || access.own.includes(role);
