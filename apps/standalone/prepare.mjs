import { BUILDS, build, isBuilt } from './build.mjs';
import { areDependenciesCurrent, installDependencies } from './dependencies.mjs';
import { step } from './progress.mjs';
import { inTurn } from './turn.mjs';

/** Installs and builds what is missing or older than its sources; does nothing when all is current. */
export const prepare = async (builds = []) => {
  if (areDependenciesCurrent() && builds.every(isBuilt)) {
    return;
  }
  await inTurn(async (started) => {
    if (!areDependenciesCurrent()) {
      await step('Installing the dependencies', () => installDependencies(started));
    }
    for (const name of builds.filter((each) => !isBuilt(each))) {
      await step(BUILDS[name].title, () => build(name, started));
    }
  });
};
