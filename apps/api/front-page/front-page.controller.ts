import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../http/access/access.ts';
import { OwnPosition } from '../http/answer/own-position.ts';
import { Tells } from '../reading/reads.ts';
import { FRONT_PAGE } from './front-page.ts';

@ApiTags('health')
@Controller()
export class FrontPageController {
  @OwnPosition()
  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'Đây là gì, và đi tiếp từ đâu · What this is, and where to go' })
  @Tells({ 'text/html': { schema: { type: 'string' } } })
  page(): string {
    return FRONT_PAGE;
  }
}
