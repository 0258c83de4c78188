const quoted = (text: string) => JSON.stringify(text);

/** Text that people should never send, and that somebody will: of databases, of spreadsheets, of scripts, of letters. */
export const badTexts: readonly string[] = [
  "",
  " ",
  "NaN",
  "Infinity",
  "-0",
  "null",
  "undefined",
  "[object Object]",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "' OR '1'='1' --",
  "'; DROP TABLE revisions; --",
  '" UNION SELECT token FROM identity_session --',
  "%' ESCAPE '%",
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "<script>alert(1)</script>",
  "${7*7}{{7*7}}",
  "../../../../etc/passwd",
  "$.rows[0]",
  "a\u0000b",
  "\ud800",
  "\u202Eoidua",
  "\uFEFF",
  "á".normalize("NFD").repeat(30),
  "x".repeat(5_000),
  "💣".repeat(2_500),
];

/** JSON in the place of something else, as text: much of it cannot be written from values. */
export const badJson: readonly string[] = [
  "null",
  "true",
  "false",
  "0",
  "-0",
  "-1",
  "1.5",
  "1e308",
  "-1e308",
  "1e999",
  "9007199254740993",
  "123456789012345678901234567890",
  "5e-324",
  "[]",
  "{}",
  "[null]",
  "[[[[]]]]",
  '{"__proto__":{"role":"admin"}}',
  '{"constructor":{"prototype":{"role":"admin"}}}',
  '{"toString":1,"valueOf":2}',
  '{"$ne":null}',
  '{"then":"x"}',
  ...badTexts.map(quoted),
];

/** Expensive to hold or to walk; one place each is enough. */
export const heavyJson: readonly string[] = [
  nested("[", "]", 100_000),
  nested('{"a":', "}", 100_000, "1"),
  `[${Array.from({ length: 100_000 }, () => "null").join(",")}]`,
  `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(",")}}`,
  quoted("x".repeat(900_000)),
  quoted("💣".repeat(50_000)),
  `1${"0".repeat(100_000)}`,
];

/** Keys that an object should not have. */
export const badKeys: readonly string[] = [
  "sobra",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "",
  "a'\"`;--",
  "k".repeat(10_000),
];

/** Bodies that are no JSON, or hardly. */
export const brokenBodies: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  nothing: "",
  blank: "   \n",
  "half an object": '{"a":',
  "two values": "{}{}",
  "a comment": "{} // fin",
  "a trailing comma": '{"a":1,}',
  "single quotes": "{'a':1}",
  NaN: '{"a":NaN}',
  Infinity: '{"a":-Infinity}',
  undefined: "undefined",
  "hexadecimal digits": '{"a":0x10}',
  "a tab in a text": '{"a":"\t"}',
  "a byte order mark alone": "\uFEFF",
  "letters cut in half": Uint8Array.of(0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x22, 0x7d),
  "an overlong slash": Uint8Array.of(0x22, 0xc0, 0xaf, 0x22),
  "UTF-16": Uint8Array.from(Buffer.from('\uFEFF{"a":1}', "utf16le")),
  "zeros only": new Uint8Array(512),
  "a form": "a=1&b=2",
  "parts of a form": '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
  XML: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  "unclosed brackets": "[".repeat(200_000),
  ...Object.fromEntries(badJson.slice(0, 22).map((text) => [`only ${text}`, text])),
};

function nested(open: string, close: string, depth: number, inside = ""): string {
  return open.repeat(depth) + inside + close.repeat(depth);
}
