// Makes a script shorter than the bundler leaves it: from standard input to
// standard output. Comments that say whose work it is stay.

import { minify } from "terser";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { code } = await minify(Buffer.concat(chunks).toString("utf8"), { ecma: 2020, format: { comments: "some" } });
process.stdout.write(code + "\n");
