// A reporter for node's test runner: a line of JSON for each test that was run, with the file it stands in.
export default async function* told(events) {
  for await (const { type, data } of events) {
    const { file, name, skip, details } = data ?? {};
    if (type === "test:fail") yield line({ file, name, failed: reason(details.error) });
    if (type === "test:pass" && !skip) yield line({ file, name, failed: "" });
  }
}

const line = (said) => `${JSON.stringify(said)}\n`;
const reason = (error) => String(error.cause?.stack ?? error.cause ?? error.stack ?? error);
