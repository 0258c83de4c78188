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

export default {
  meta: { name: "house" },
  rules: { "no-swallowed-catch": noSwallowedCatch },
};
