"""The ten general criteria and the invented catalogue of products."""

CRITERIA = [("I.1", 5), ("I.2", 5)] + [
    (name, 2.5) for name in ("II.1", "II.2", "II.3", "II.4", "III.1", "III.2", "III.3", "III.4")]
# id, name, group, points of the handbook's annex IV
PRODUCTS = [
    ("SP-01", "Văn bản hành chính thông thường (sản phẩm chuẩn)", 1, 5),
    ("SP-02", "Phát hành, chuyển văn bản", 1, 4),
    ("SP-03", "Lập, nộp lưu hồ sơ", 1, 4),
    ("SP-04", "Phục vụ cuộc họp, hội nghị", 1, 8),
    ("SP-05", "Tự chấm điểm chỉ số cải cách hành chính", 1, 30),
    ("SP-06", "Báo cáo số liệu định kỳ", 1, 40),
    ("SP-07", "Thông báo xét duyệt quyết toán", 1, 50),
    ("SP-08", "Văn bản giải quyết kiến nghị, phản ánh", 1, 80),
    ("SP-09", "Dự toán kinh phí năm", 1, 100),
    ("SP-10", "Bài phát biểu của lãnh đạo", 2, 180),
    ("SP-11", "Báo cáo chuyên đề cấp tỉnh", 3, 250),
    ("SP-12", "Báo cáo đại hội cấp cơ sở", 3, 260),
    ("SP-13", "Dự thảo thông tư", 4, 280),
    ("SP-14", "Báo cáo đại hội cấp tỉnh", 4, 380),
    ("SP-15", "Dự thảo nghị định", 4, 400),
    ("SP-16", "Dự thảo nghị quyết của trung ương", 5, 450),
    ("SP-17", "Đề án cấp quốc gia", 5, 500),
]
# product, least and greatest quantity of one line of a month
USUAL = [("SP-01", 8, 20), ("SP-04", 5, 10), ("SP-05", 1, 3), ("SP-06", 1, 3), ("SP-07", 1, 2),
         ("SP-08", 1, 2), ("SP-09", 1, 1)]
OF_LEADERS = [("SP-06", 1, 3), ("SP-08", 1, 3), ("SP-10", 1, 1), ("SP-11", 1, 1), ("SP-01", 4, 10)]
TITLES = {
    "SP-01": ["Trả lời văn bản lấy ý kiến", "Công văn đôn đốc tiến độ", "Giấy mời, thông báo"],
    "SP-04": ["Phục vụ họp giao ban", "Phục vụ hội nghị sơ kết"],
    "SP-05": ["Tự chấm điểm chỉ số cải cách hành chính"],
    "SP-06": ["Báo cáo số liệu tháng 7", "Báo cáo số liệu 6 tháng"],
    "SP-07": ["Thông báo xét duyệt quyết toán quý II"],
    "SP-08": ["Giải quyết kiến nghị của công dân", "Giải quyết phản ánh trên cổng dịch vụ công"],
    "SP-09": ["Dự toán kinh phí năm 2027"],
    "SP-10": ["Bài phát biểu tại hội nghị sơ kết"],
    "SP-11": ["Báo cáo chuyên đề trình UBND tỉnh"],
}


def product_rows(records):
    for product, name, group, points in PRODUCTS:
        records.add("products", id=product, name=name, group=group, points=points)
    records.add("products", id="SP-90", name="Sản phẩm nhập sai điểm", group=1, points=120)
