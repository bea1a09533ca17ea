/** What somebody sees who opens the address in a browser: what this is, and where to go. */
export const FRONT_PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Khéo</title>
<style>
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color: #1c1c1c; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.15rem; margin-top: 2rem; }
a { color: #0b57a4; }
</style>
</head>
<body>
<main>
<h1>Khéo</h1>
<p>Hệ thống theo dõi mô hình “Dân vận khéo” từ đăng ký, thẩm định, công nhận đến khen thưởng, cùng các báo cáo phải nộp.</p>
<ul>
<li><a href="/api/docs">Xem và gọi thử các chức năng</a> (cần đăng nhập)</li>
<li><a href="/health/ready">Tình trạng hệ thống</a></li>
</ul>
<p>Chưa có mật khẩu: hỏi quản trị viên của cơ quan bạn; quản trị viên đầu tiên nhận mã từ lệnh <code>kheo setup</code>.</p>
<section lang="en">
<h2>English</h2>
<p>Khéo follows the life of a recognised model: registration, appraisal, recognition, commendation, and the reports that are owed along the way.</p>
<ul>
<li><a href="/api/docs">Look at the functions and try them</a> (sign in first)</li>
<li><a href="/health/ready">State of the system</a></li>
</ul>
<p>No password yet: ask your office’s administrator; the first one has a code from <code>kheo setup</code>.</p>
</section>
</main>
</body>
</html>
`;
