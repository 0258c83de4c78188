import { resolve } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import { EsbuildPlugin } from "esbuild-loader";
import HtmlPlugin from "html-webpack-plugin";
import type { Configuration } from "webpack";

/** Where every add-in must load Office.js from; the library may not be bundled or copied. */
export const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const ROOT = resolve(import.meta.dirname, "..");

/** WebView2 and the WKWebView of the macOS versions that Microsoft 365 supports. */
const target = "es2022";

export type WebpackOptions = { readonly mode: "production" | "development"; readonly outDir: string };

/**
 * One page with one shared runtime: the pane, the ribbon's commands and the custom functions live together. The other page
 * is the dialog in which one signs in with Microsoft.
 * Source maps are files, never `eval`, so that the page runs under a policy without `unsafe-eval`.
 */
export function webpackConfiguration({ mode, outDir }: WebpackOptions): Configuration {
  return {
    mode,
    context: ROOT,
    entry: {
      taskpane: "./addin/taskpane/main.tsx",
      "sign-in-dialog": "./addin/sign-in-dialog/main.ts",
    },
    output: { path: outDir, filename: "[name].[contenthash:10].js", publicPath: "auto", clean: true },
    devtool: "source-map",
    // Most of a first build is reading Fluent; later ones take it from here.
    cache: {
      type: "filesystem",
      cacheDirectory: resolve(ROOT, "node_modules/.cache/addin"),
      buildDependencies: { config: [import.meta.filename] },
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: { rules: [{ test: /\.tsx?$/, loader: "esbuild-loader", options: { target, jsx: "automatic" } }] },
    optimization: {
      minimizer: [new EsbuildPlugin({ target })],
      splitChunks: {
        chunks: "all",
        cacheGroups: {
          fluent: {
            name: "fluent",
            priority: 1,
            test: /node_modules[\\/](@fluentui|@griffel|tabster|keyborg)/,
          },
          // Only where the company has a directory: the pane loads it when somebody signs in by it.
          msal: { name: "msal", priority: 1, test: /node_modules[\\/]@azure/ },
          vendor: { name: "vendor", test: /node_modules/ },
        },
      },
    },
    plugins: [
      new HtmlPlugin({
        template: "addin/taskpane/taskpane.html",
        filename: "taskpane.html",
        templateParameters: { officeJs: OFFICE_JS },
        scriptLoading: "defer",
        chunks: ["taskpane"],
      }),
      new HtmlPlugin({
        template: "addin/sign-in-dialog/sign-in-dialog.html",
        filename: "sign-in-dialog.html",
        templateParameters: { officeJs: OFFICE_JS },
        scriptLoading: "defer",
        chunks: ["sign-in-dialog"],
      }),
      new CopyPlugin({
        patterns: [{ from: "addin/assets/*.png", to: "assets/[name][ext]" }],
      }),
    ],
    // Office opens the pane from its cache; a first load over a slow line is judged by the figures `npm run build` prints.
    performance: { hints: false },
    stats: "errors-warnings",
  };
}
