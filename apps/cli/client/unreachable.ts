/** Nobody answers at the server's address, however often it was tried. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(url: string, cause: unknown) {
    super(
      `Không kết nối được máy chủ ${url}: hệ thống có đang chạy ở địa chỉ đó không? Địa chỉ khác thì ghi --url, KHEO_URL hoặc KHEO_PORT. / The server cannot be reached at ${url}: does the system run there? Name another address with --url, KHEO_URL or KHEO_PORT.`,
      { cause },
    );
  }
}
