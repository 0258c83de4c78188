// Rules of this house that no linter brings. Plain JavaScript, because Node 20 loads no TypeScript plugins.

/** `true` for a body that does nothing, whatever its comments say. */
function isEmpty(body) {
  return (
    body.type === "BlockStatement" && body.body.every((statement) => statement.type === "EmptyStatement")
  );
}

/** `catch {}` and `.catch(() => {})` drop an error; `no-empty` lets both pass once they hold a comment. */
const noSwallowedCatch = {
  meta: {
    type: "problem",
    messages: { swallowed: "This error is swallowed: answer it, report it or let it pass." },
  },
  create(context) {
    return {
      CatchClause(node) {
        if (isEmpty(node.body)) context.report({ node, messageId: "swallowed" });
      },
      CallExpression(node) {
        if (node.callee.type !== "MemberExpression" || node.callee.property.name !== "catch") return;
        const handler = node.arguments[0];
        const isFunction =
          handler?.type === "ArrowFunctionExpression" || handler?.type === "FunctionExpression";
        if (isFunction && isEmpty(handler.body)) context.report({ node, messageId: "swallowed" });
      },
    };
  },
};

const OFFICE_NAMESPACES = new Set(["Excel", "Office", "OfficeExtension"]);

/** The types of Office.js belong where its globals do; `no-restricted-globals` sees values only. */
const noOfficeTypes = {
  meta: { type: "problem", messages: { office: "Types of Office.js live under addin/excel." } },
  create(context) {
    return {
      TSQualifiedName(node) {
        const isOffice = node.left.type === "Identifier" && OFFICE_NAMESPACES.has(node.left.name);
        if (isOffice) context.report({ node, messageId: "office" });
      },
    };
  },
};

export default {
  meta: { name: "house" },
  rules: { "no-swallowed-catch": noSwallowedCatch, "no-office-types": noOfficeTypes },
};
