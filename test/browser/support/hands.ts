import type { Locator, Page } from '@playwright/test';
import { expect } from './index.ts';

/** A file, as a person has it on their machine. */
export interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** How a person works a page: the same is done with a mouse, and with the keyboard alone. */
export interface Hands {
  /** A link or a button. */
  press(target: Locator): Promise<void>;
  /** Text, or a day as it is typed in an office. */
  write(target: Locator, text: string): Promise<void>;
  /** A box, or one of several choices. */
  tick(target: Locator): Promise<void>;
  /** What a list offers, found by a part of its name. */
  choose(target: Locator, option: string): Promise<void>;
  attach(button: Locator, paper: Paper): Promise<void>;
  /** Goes to where one searches, from any page. */
  toSearch(page: Page): Promise<void>;
}

const offered = (page: Page, option: string): Locator =>
  page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first();

const pointedAt = async (page: Page, option: string): Promise<boolean> =>
  /option-active/u.test((await offered(page, option).getAttribute('class')) ?? '');

export const mouse: Hands = {
  press: (target) => target.click(),
  write: async (target, text) => {
    await target.fill(text);
    await target.press('Tab');
  },
  tick: (target) => target.check(),
  choose: async (target, option) => {
    await target.click();
    if (await target.isEditable()) await target.fill(option);
    await offered(target.page(), option).click();
  },
  attach: async (button, paper) => {
    const chooser = button.page().waitForEvent('filechooser');
    await button.click();
    await (await chooser).setFiles(paper);
  },
  toSearch: (page) => page.getByRole('searchbox').first().click(),
};

/** As many stops as a page may have before what one looks for. */
const MOST = 300;

/** Whether the focus is there, or on the choice beside it: from one to the other the arrows lead. */
const reached = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const now = document.activeElement;
    if (element === now) return true;
    return (
      element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      now instanceof HTMLInputElement &&
      now.type === 'radio' &&
      now.name === element.name
    );
  });

/** Whether a person sees where they are: a ring or a changed frame, on the element or on what it is drawn as. */
const seen = (target: Locator): Promise<boolean> =>
  target.evaluate(() => {
    const now = document.activeElement;
    const drawn = [now, now?.nextElementSibling, now?.parentElement, now?.parentElement?.parentElement];
    return drawn.some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
  });

/** Presses Tab until the focus is there. */
const tabTo = async (target: Locator): Promise<void> => {
  await target.waitFor({ state: 'attached' });
  for (let stops = 0; stops < MOST; stops += 1) {
    if (await reached(target)) {
      expect(await seen(target), `the focus on ${String(target)} is seen`).toBe(true);
      return;
    }
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
};

export const keyboard: Hands = {
  press: async (target) => {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  write: async (target, text) => {
    await tabTo(target);
    const { keyboard: keys } = target.page();
    await keys.press('Control+A');
    await keys.type(text);
    await keys.press('Tab');
  },
  tick: async (target) => {
    await tabTo(target);
    const { keyboard: keys } = target.page();
    for (let choices = 0; choices < 10 && !(await target.isChecked()); choices += 1) {
      const there = await target.evaluate((element) => element === document.activeElement);
      await keys.press(there ? 'Space' : 'ArrowDown');
    }
    await expect(target).toBeChecked();
  },
  choose: async (target, option) => {
    await tabTo(target);
    const { keyboard: keys } = target.page();
    if (await target.isEditable()) await keys.type(option);
    else await keys.press('Enter');
    await expect(offered(target.page(), option)).toBeVisible();
    for (let further = 0; further < 10 && !(await pointedAt(target.page(), option)); further += 1)
      await keys.press('ArrowDown');
    await keys.press('Enter');
  },
  attach: async (button, paper) => {
    const chooser = button.page().waitForEvent('filechooser');
    await tabTo(button);
    await button.page().keyboard.press('Enter');
    await (await chooser).setFiles(paper);
  },
  toSearch: (page) => page.keyboard.press('/'),
};
