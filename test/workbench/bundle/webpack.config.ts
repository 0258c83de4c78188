import { resolve } from "node:path";
import { EsbuildPlugin } from "esbuild-loader";
import HtmlPlugin from "html-webpack-plugin";
import type { Configuration } from "webpack";

const target = "es2022";
const folder = resolve(import.meta.dirname, "..");

/** Two pages: the desk (a spreadsheet with a pane beside it) and the workbench that frames one or two of them. */
export function workbenchConfiguration(outDir: string): Configuration {
  return {
    mode: "production",
    context: folder,
    entry: {
      desk: ["./desk/desk.css", "./desk/desk.ts"],
      workbench: ["./page/workbench.css", "./page/workbench.ts"],
      office: "./pane/office.ts",
      "complete-office": "./pane/complete-office.ts",
    },
    output: {
      path: outDir,
      filename: "[name].js",
      cssFilename: "[name].css",
      publicPath: "/workbench/",
      clean: true,
    },
    devtool: false,
    cache: { type: "filesystem", cacheDirectory: resolve(folder, "../../node_modules/.cache/workbench") },
    experiments: { css: true },
    resolve: { extensions: [".ts", ".js"], fallback: { fs: false, path: false } },
    module: {
      rules: [
        { test: /\.ts$/, loader: "esbuild-loader", options: { target } },
        { test: /\.css$/, type: "css/auto" },
      ],
    },
    optimization: { minimizer: [new EsbuildPlugin({ target, css: true })] },
    plugins: [
      new HtmlPlugin({ template: "desk/desk.html", filename: "desk.html", chunks: ["desk"] }),
      new HtmlPlugin({ template: "page/workbench.html", filename: "workbench.html", chunks: ["workbench"] }),
    ],
    performance: { hints: false },
    stats: "errors-warnings",
  };
}
