import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import { answerSchemas } from '#contracts';
import { problemSchemas, withAnswersOfEdge } from './openapi-edge.ts';
import { HEADERS } from './openapi-headers.ts';

/** The API as OpenAPI 3.1, made from the classes that validate the requests and the types of the answers. */
export const buildOpenApi = (app: INestApplication): OpenAPIObject => {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Khéo')
      .setDescription(
        'Vòng đời mô hình "Dân vận khéo": đăng ký, thẩm định, công nhận, khen thưởng. — The life of a recognised model.',
      )
      .setVersion('1')
      .addCookieAuth('kheo_session', { type: 'apiKey', in: 'cookie', name: 'kheo_session' })
      .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Api key of a program' })
      .build(),
    { operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}` },
  );
  const { components = {}, paths } = document;
  const schemas = { ...components.schemas, ...answerSchemas, ...problemSchemas };
  return { ...document, paths: withAnswersOfEdge(paths), components: { ...components, schemas, headers: HEADERS } };
};

/** `/api/openapi.json` and, for people, `/api/docs`. */
export const serveOpenApi = (app: INestApplication): void => {
  SwaggerModule.setup('api/docs', app, () => buildOpenApi(app), { jsonDocumentUrl: 'api/openapi.json', raw: ['json'] });
};
