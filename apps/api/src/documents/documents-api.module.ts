import { DocumentTemplates } from '@landfall/documents';
import { type DynamicModule, Module } from '@nestjs/common';
import { DocumentTemplatesController } from './document-templates.controller';

@Module({})
class DocumentsApiModule {}

/** The words of official documents over HTTP. */
export const createDocumentsApiModule = (templates: DocumentTemplates): DynamicModule => ({
  module: DocumentsApiModule,
  controllers: [DocumentTemplatesController],
  providers: [{ provide: DocumentTemplates, useValue: templates }],
});
