// Runs right after Microsoft's library: what office.js itself would have defined is added then.
const complete: unknown = Reflect.get(window, "completeOffice");
if (typeof complete === "function") complete.call(window);
