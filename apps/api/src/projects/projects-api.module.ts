import { Attachments, Comments } from '@landfall/attachments';
import { Inbox, InstanceReader, ProcessEngine } from '@landfall/process-engine';
import { LeadImports, Leads, Projects } from '@landfall/projects';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TaskItems } from '../processes/task-items';
import { ImportsController } from './imports.controller';
import { LeadsController } from './leads.controller';
import { ProjectPages } from './project-pages';
import { ProjectsController } from './projects.controller';

export interface ProjectsApiParts {
  readonly leads: Leads;
  readonly imports: LeadImports;
  readonly projects: Projects;
}

@Global()
@Module({})
class ProjectsApiModule {}

/** Leads, imports and projects over HTTP; it stands on the modules of processes and papers. */
export const createProjectsApiModule = ({ leads, imports, projects }: ProjectsApiParts): DynamicModule => ({
  module: ProjectsApiModule,
  controllers: [LeadsController, ImportsController, ProjectsController],
  providers: [
    { provide: Leads, useValue: leads },
    { provide: LeadImports, useValue: imports },
    { provide: Projects, useValue: projects },
    {
      provide: ProjectPages,
      inject: [ProcessEngine, InstanceReader, Inbox, TaskItems, Attachments, Comments],
      useFactory: (
        engine: ProcessEngine,
        instances: InstanceReader,
        inbox: Inbox,
        items: TaskItems,
        attachments: Attachments,
        comments: Comments,
      ) => new ProjectPages(projects, engine, instances, inbox, items, attachments, comments),
    },
  ],
  exports: [Projects],
});
