import { afterAll, beforeAll } from 'vitest';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { describeInBrowser } from './chromium.ts';
import { itWalks } from './every-page.ts';
import { Stage } from './stage.ts';

describeWithPack('with the real pack', () => {
  describeInBrowser('the pages on the real pack', () => {
    let stage: Stage;
    beforeAll(async () => {
      const store = await openPack();
      stage = new Stage(['--home', store.home]);
      await stage.open();
    });
    afterAll(() => stage.close());
    itWalks(
      () => stage,
      [
        [1440, 900, 'light'],
        [390, 844, 'dark'],
      ],
      { axeIn: ['zh-Hans'] },
    );
  });
});
