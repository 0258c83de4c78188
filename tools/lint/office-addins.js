// Microsoft's rules without the package's entry point: that one also loads typescript-eslint's parser, which needs
// TypeScript's old JavaScript API. The rules themselves need neither (docs/decisions/001-linting.md).
import rules from "eslint-plugin-office-addins/lib/rules/index.js";

export default { meta: { name: "office-addins" }, rules: rules.default };
