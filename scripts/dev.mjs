/** `npm run dev`: a browser that reloads the extension on every change. What it does is in dev.ts. */
import { runWithDependencies } from "./ensure-dependencies.mjs";

await runWithDependencies("dev.ts");
