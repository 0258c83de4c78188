import type { Frame, Locator, Page } from "playwright-core";
import type { Person } from "../../excel-host/user/person.ts";
import type { Desk } from "../../workbench/desk/create-desk.ts";
import { cellPlace } from "./cell-place.ts";

declare global {
  interface Window {
    /** A desk's frame has it from the moment its script ran (test/workbench/desk/desk.ts). */
    desk?: Desk;
  }
}

/** A desk in a browser: the sheet and the pane beside it, as a person has them before their eyes. */
export interface DeskPage {
  frame: Frame;
  /** The page in the pane. */
  pane: Frame;
  /** What somebody does at the sheet, without mouse and keyboard; see `Person` of the stand-in. */
  act: <Name extends keyof Person>(name: Name, ...values: Parameters<Person[Name]>) => Promise<void>;
  /** What the cells of a range hold, formulas calculated: numbers, texts, true and false, empty text. */
  values: (address: string) => Promise<unknown[][]>;
  /** Clicks a cell, which must be in sight. */
  click: (address: string) => Promise<void>;
  /** Clicks a cell and types into it, Enter at the end. */
  type: (address: string, text: string) => Promise<void>;
  /** Chooses a person in the bar and has their account filled into the sign-in form. */
  fillSignIn: (email: string) => Promise<void>;
  /** Chooses a workbook in the bar, and waits until it is shown and its pane has Office.js. */
  openWorkbook: (id: string) => Promise<void>;
  command: (label: string) => Locator;
}

/** The desk of that number, once its workbook is shown and its pane has Office.js. */
export async function openDeskPage(page: Page, number: number): Promise<DeskPage> {
  const frame = await frameOf(page.locator(`#desk-${number}`));
  await frame.waitForFunction(() => window.desk?.isOpen === true);
  await frame.evaluate(() => window.desk?.ready());
  const pane = await frameOf(frame.locator("#pane iframe"));
  return {
    frame,
    pane,
    act: (name, ...values) => actAt(frame, name, values),
    values: (address) => valuesOf(frame, address),
    click: (address) => clickCell(page, frame, address),
    type: async (address, text) => {
      await clickCell(page, frame, address);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    fillSignIn: async (email) => {
      await frame.locator("#person").selectOption(email);
      await pane.locator('input[type="password"]').waitFor();
      await frame.locator("#fill-sign-in").click();
    },
    openWorkbook: async (id) => {
      await frame.locator("#workbook").selectOption(id);
      await frame.waitForFunction((name) => window.desk?.name === name, `${id}.xlsx`);
      await frame.evaluate(() => window.desk?.ready());
    },
    command: (label) => frame.locator(".ribbon-command", { hasText: label }),
  };
}

async function actAt(frame: Frame, name: keyof Person, values: unknown[]): Promise<void> {
  await frame.evaluate(
    async (act) => {
      if (!window.desk) throw new Error("The desk is gone");
      const work: (...values: never[]) => void = window.desk.host.user[act.name];
      Reflect.apply(work, undefined, act.values);
      await window.desk.host.settled();
    },
    { name, values },
  );
}

async function frameOf(iframe: Locator): Promise<Frame> {
  const element = await iframe.elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error("The frame is not there");
  return frame;
}

async function valuesOf(frame: Frame, address: string): Promise<unknown[][]> {
  return frame.evaluate(async (range) => {
    await window.desk?.host.settled();
    const sheet = window.desk?.api.getActiveWorkbook()?.getActiveSheet();
    const values = sheet?.getRange(range).getRawValues() ?? [];
    return values.map((row) => row.map((value) => value ?? ""));
  }, address);
}

async function clickCell(page: Page, frame: Frame, address: string): Promise<void> {
  const { left, top, width, height } = await cellPlace(frame, address);
  await page.mouse.click(left + width / 2, top + height / 2);
}
