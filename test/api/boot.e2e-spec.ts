import { startLandfall } from '../landfall-under-test';

it('boots', async () => {
  const l = await startLandfall();
  console.log(await l.api.get('lgo.staff', '/api/inbox'));
  await l.close();
});
