const name = "VAD_Sin_estilo";

/** The name of a table style that changes nothing: what the staff coloured stays as it is. */
export async function plainTableStyle(context: Excel.RequestContext): Promise<string> {
  const { tableStyles } = context.workbook;
  const found = tableStyles.getItemOrNullObject(name);
  await context.sync();
  if (found.isNullObject) tableStyles.add(name, false);
  return name;
}
