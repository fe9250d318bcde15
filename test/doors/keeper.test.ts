import { describe, expect, it } from 'vitest';
import { Cancelled, type How, SILENT } from '../../src/doors/how.ts';
import { keeper, type SharedHow } from '../../src/doors/keeper.ts';

/** A computation that ends when it is told to, and when it is aborted. */
function work() {
  const made: SharedHow[] = [];
  let finish: (value: string) => void = () => {};
  const make = (how: SharedHow) => {
    made.push(how);
    return new Promise<string>((resolve, reject) => {
      finish = resolve;
      how.signal.addEventListener('abort', () => reject(new Cancelled()));
    });
  };
  return { made, make, finish: (value: string) => finish(value) };
}

function bars() {
  const told: string[] = [];
  const progress: NonNullable<How['progress']> = (title, total) => ({
    update: (done) => void told.push(`${title} ${done}/${total}`),
    end: () => void told.push('end'),
  });
  return { told, progress };
}

describe('an answer that several ask for', () => {
  it('is made once, and is there for those who come later', async () => {
    const { made, make, finish } = work();
    const keep = keeper(2);
    const both = [keep(['a'], make, {}), keep(['a'], make, {})];
    finish('x');
    expect(await Promise.all(both)).toEqual(['x', 'x']);
    expect(await keep(['a'], make, {})).toBe('x');
    expect(made).toHaveLength(1);
  });

  it('goes on while one of them waits, who alone is left out by leaving', async () => {
    const { made, make, finish } = work();
    const keep = keeper(2);
    const leaver = new AbortController();
    const [left, stays] = [keep(['a'], make, { signal: leaver.signal }), keep(['a'], make, {})];
    leaver.abort();
    await expect(left).rejects.toBeInstanceOf(Cancelled);
    expect(made[0]?.signal.aborted).toBe(false);
    finish('x');
    expect(await stays).toBe('x');
  });

  it('is ended when the last has left, and made again for the next', async () => {
    const { made, make, finish } = work();
    const keep = keeper(2);
    const leavers = [new AbortController(), new AbortController()];
    const asked = leavers.map(({ signal }) => keep(['a'], make, { signal }));
    for (const one of leavers) one.abort();
    for (const one of asked) await expect(one).rejects.toMatchObject({ name: 'Cancelled', exitCode: 1 });
    expect(made[0]?.signal.aborted).toBe(true);
    const again = keep(['a'], make, {});
    finish('y');
    expect(await again).toBe('y');
    expect(made).toHaveLength(2);
  });

  it('is not begun for one who has left already', async () => {
    const { made, make } = work();
    const gone = keeper(2)(['a'], make, { signal: AbortSignal.abort() });
    await expect(gone).rejects.toBeInstanceOf(Cancelled);
    expect(made).toEqual([]);
  });

  it('makes no signal for a reader when it is there', async () => {
    const { make, finish } = work();
    const keep = keeper(2);
    const made = keep(['a'], make, {});
    finish('x');
    await made;
    const how: How = {
      get signal(): AbortSignal {
        throw new Error('a signal was made for nothing');
      },
    };
    expect(await keep(['a'], make, how)).toBe('x');
  });

  it('tells each how far it is, one who comes late from where it stands', async () => {
    const { made, make, finish } = work();
    const keep = keeper(2);
    const [one, two] = [bars(), bars()];
    const first = keep(['a'], make, { progress: one.progress });
    const bar = made[0]?.progress('explaining', 3);
    bar?.update(1);
    const second = keep(['a'], make, { progress: two.progress });
    bar?.update(2);
    bar?.end();
    finish('x');
    await Promise.all([first, second]);
    expect(one.told).toEqual(['explaining 1/3', 'explaining 2/3', 'end']);
    expect(two.told).toEqual(['explaining 1/3', 'explaining 2/3', 'end']);
  });

  it('that failed is asked again, and the one asked longest ago gives way', async () => {
    const keep = keeper(2);
    let calls = 0;
    const fails = () => Promise.reject(new Error(`failure ${++calls}`));
    await expect(keep(['a'], fails, { progress: SILENT })).rejects.toThrow('failure 1');
    await expect(keep(['a'], fails, {})).rejects.toThrow('failure 2');
    const count = async () => ++calls;
    for (const name of ['b', 'c', 'b', 'd', 'b', 'c']) await keep([name], count, {});
    // b, c and d, and c again, which d had displaced.
    expect(calls).toBe(6);
  });

  it('weighs what it says, and the heavy ones displace several', async () => {
    const keep = keeper(10, (answer) => Number(answer));
    const made: number[] = [];
    const weighing = (weight: number) => async () => {
      made.push(weight);
      return weight;
    };
    for (const weight of [4, 5, 4, 5, 8, 4, 12, 12]) await keep([weight], weighing(weight), {});
    expect(made).toEqual([4, 5, 8, 4, 12]);
  });
});
