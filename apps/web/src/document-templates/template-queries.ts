import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Wording } from '../api/contract';
import { landfall } from '../api/landfall';

export const documentTemplatesQuery = queryOptions({
  queryKey: ['document-templates'],
  queryFn: landfall.documentTemplates,
});

export const documentTemplateQuery = (type: string) =>
  queryOptions({ queryKey: ['document-templates', type], queryFn: () => landfall.documentTemplate(type) });

export const templateVersionQuery = (type: string, version: number) =>
  queryOptions({
    queryKey: ['document-templates', type, 'version', version],
    queryFn: () => landfall.documentTemplateVersion(type, version),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A sample in some words; the one before stays while the next is made, or while the words are wrong. */
export const templatePreviewQuery = (type: string, wording: Wording, showGrid: boolean) =>
  queryOptions({
    queryKey: ['document-preview', type, showGrid, wording],
    queryFn: () => landfall.previewDocument(type, wording, showGrid),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
