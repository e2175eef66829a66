"""The invented people and units of the example: id, name, unit, role, group of similar work, profile.

Names are made up to try the order of Vietnamese letters and tones. The profile says how the month's
lines are drawn: A hardly a fault, B some, C many, D mostly undone.
"""

UNITS = [
    {"id": "SM", "name": "Sở Mẫu", "agency": "true", "classifiedBy": "UBND tỉnh"},
    {"id": "VP", "name": "Văn phòng", "parent": "SM"},
    {"id": "TCBC", "name": "Phòng Tổ chức, biên chế", "parent": "SM"},
    {"id": "CCHC", "name": "Phòng Cải cách hành chính", "parent": "SM"},
    {"id": "CQDP", "name": "Phòng Chính quyền địa phương", "parent": "SM"},
    {"id": "LDVL", "name": "Phòng Lao động, việc làm", "parent": "SM"},
    {"id": "NCC", "name": "Phòng Người có công", "parent": "SM"},
    {"id": "CCVT", "name": "Chi cục Văn thư, lưu trữ", "kind": "chi cục", "parent": "SM",
     "agency": "true"},
    {"id": "CCVT-NV", "name": "Phòng Nghiệp vụ lưu trữ", "parent": "CCVT"},
    # Two divisions become one on 1 July 2026.
    {"id": "BTXH", "name": "Phòng Bảo trợ xã hội", "parent": "SM", "to": "2026-06-30",
     "successor": "BTTE"},
    {"id": "TE", "name": "Phòng Trẻ em", "parent": "SM", "to": "2026-06-30", "successor": "BTTE"},
    {"id": "BTTE", "name": "Phòng Bảo trợ xã hội và Trẻ em", "parent": "SM", "from": "2026-07-01"},
    {"id": "XMA", "name": "UBND xã Mẫu An", "kind": "UBND cấp xã", "agency": "true",
     "classifiedBy": "Chủ tịch UBND tỉnh"},
    {"id": "XMA-VP", "name": "Văn phòng HĐND và UBND xã Mẫu An", "parent": "XMA"},
    {"id": "XMA-KT", "name": "Phòng Kinh tế xã Mẫu An", "parent": "XMA"},
    {"id": "XMA-VX", "name": "Phòng Văn hóa - Xã hội xã Mẫu An", "parent": "XMA"},
    {"id": "XMA-TT", "name": "Trung tâm Phục vụ hành chính công xã Mẫu An", "parent": "XMA"},
    {"id": "PMB", "name": "UBND phường Mẫu Bình", "kind": "UBND cấp xã", "agency": "true",
     "classifiedBy": "Chủ tịch UBND tỉnh"},
    {"id": "PMB-KT", "name": "Phòng Kinh tế, Hạ tầng và Đô thị phường Mẫu Bình", "parent": "PMB"},
    {"id": "PMB-VX", "name": "Phòng Văn hóa - Xã hội phường Mẫu Bình", "parent": "PMB"},
]
OF_COMMUNES = {"XMA": "Chủ tịch UBND xã", "PMB": "Chủ tịch UBND phường"}
for unit in UNITS:
    above = unit.get("parent")
    unit.setdefault("kind", "phòng của UBND cấp xã" if above in OF_COMMUNES else
                    "phòng" if above else "sở")
    unit.setdefault("agency", "false")
    unit.setdefault("classifiedBy", OF_COMMUNES.get(above, "Giám đốc Sở"))
    unit.setdefault("from", "2025-07-01")

_TABLE = """
CB-001|Đoàn Ngọc Ẩn|SM|head|lãnh đạo sở|B
CB-002|Dương Thị Ánh|SM|deputy|lãnh đạo sở|A
CB-003|Nguyễn Văn Đạt|SM|deputy|lãnh đạo sở|B
CB-004|Ưng Hoàng Đức|SM|deputy|lãnh đạo sở|B
CB-005|Ân Thị Bích|VP|head|trưởng phòng|A
CB-006|An Văn Bảo|VP|deputy|phó trưởng phòng|B
CB-007|Ấu Thị Cúc|VP|staff|văn thư, kế toán|B
CB-008|Đặng Thị Châu|VP|staff|văn thư, kế toán|A
CB-009|Dặng Văn Châu|VP|staff|văn thư, kế toán|A
CB-010|Đinh Thị Chiến|VP|staff|văn thư, kế toán|A
CB-011|Lê Thị Đào|VP|staff|văn thư, kế toán|B
CB-012|Lê Thị Dào|VP|staff|chuyên viên|B
CB-013|Phạm Quốc Dũng|TCBC|head|trưởng phòng|A
CB-014|Phan Quốc Đũng|TCBC|deputy|phó trưởng phòng|B
CB-015|Trần Thị Hà|TCBC|staff|chuyên viên|B
CB-016|Trần Thị Hạ|TCBC|staff|chuyên viên|B
CB-017|Trần Thị Hải|TCBC|staff|chuyên viên|A
CB-018|Trần Thị Hãn|TCBC|staff|chuyên viên|A
CB-019|Trần Thị Hảo|TCBC|staff|chuyên viên|B
CB-020|Trần Thị Há|TCBC|staff|chuyên viên|B
CB-021|Vũ Đình Khoa|CCHC|head|trưởng phòng|A
CB-022|Võ Đình Khoá|CCHC|deputy|phó trưởng phòng|B
CB-023|Đỗ Thị Lan|CCHC|staff|chuyên viên|B
CB-024|Đỗ Thị Lân|CCHC|staff|chuyên viên|A
CB-025|Đỗ Thị Lăn|CCHC|staff|chuyên viên|B
CB-026|Hồ Thị Liên|CCHC|staff|chuyên viên|B
CB-027|Hồ Thị Liễn|CCHC|staff|chuyên viên|A
CB-028|Hổ Văn Liêm|CCHC|staff|chuyên viên|B
CB-029|Hà Văn Linh|CQDP|head|trưởng phòng|B
CB-030|Mai Văn Lĩnh|CQDP|deputy|phó trưởng phòng|C
CB-031|Mai Thị Long|CQDP|staff|chuyên viên|C
CB-032|Lý Thị Lộc|CQDP|staff|chuyên viên|C
CB-033|Lý Thị Lọc|CQDP|staff|chuyên viên|B
CB-034|Ngô Thị Mận|CQDP|staff|chuyên viên|B
CB-035|Ngô Thị Mẫn|CQDP|staff|chuyên viên|C
CB-036|Nguyễn Thị Hoà|CQDP|staff|chuyên viên|B
CB-037|Nguyễn Thị Hòa|CQDP|staff|chuyên viên|C
CB-038|Ông Ích Nghĩa|CQDP|staff|chuyên viên|B
CB-039|Ổn Thị Ngọc|CQDP|staff|chuyên viên|D
CB-040|Quách Thị Oanh|LDVL|head|trưởng phòng|A
CB-041|Quản Thị Phượng|LDVL|deputy|phó trưởng phòng|B
CB-042|Tạ Thị Quý|LDVL|staff|chuyên viên|B
CB-043|Tạ Văn Quỳ|LDVL|staff|chuyên viên|B
CB-044|Tô Thị Sương|LDVL|staff|chuyên viên|B
CB-045|Tống Thị Tâm|LDVL|staff|chuyên viên|B
CB-046|Tôn Thất Tấm|LDVL|staff|chuyên viên|D
CB-047|Từ Thị Thảo|LDVL|staff|chuyên viên|C
CB-048|Vương Thị Thắm|NCC|head|trưởng phòng|A
CB-049|Ung Văn Thâm|NCC|deputy|phó trưởng phòng|B
CB-050|Ứng Thị Thuý|NCC|staff|chuyên viên|B
CB-051|Y Thị Thúy|NCC|staff|chuyên viên|B
CB-052|Ỷ Văn Tuấn|NCC|staff|chuyên viên|B
CB-053|Yên Thị Uyên|NCC|staff|chuyên viên|B
CB-054|Đào Thị Ước|NCC|staff|chuyên viên|B
CB-055|Đàm Văn Vĩ|NCC|staff|chuyên viên|A
CB-056|Cao Thị Vị|CCVT|head|trưởng phòng|B
CB-057|Cáo Văn Vinh|CCVT|deputy|phó trưởng phòng|B
CB-058|Châu Thị Xuân|CCVT|staff|văn thư, kế toán|A
CB-059|Chu Thị Yên|CCVT|staff|văn thư, kế toán|A
CB-060|Đậu Thị Yến|CCVT-NV|head|trưởng phòng|B
CB-061|Bùi Thị Ý|CCVT-NV|staff|văn thư, kế toán|B
CB-062|Bạch Thị Ỷ|CCVT-NV|staff|văn thư, kế toán|B
CB-063|Biện Thị Ái|CCVT-NV|staff|văn thư, kế toán|B
CB-064|Âu Dương Văn Bình|VP|support|lái xe|B
CB-065|Ăn Văn Bính|VP|support|bảo vệ|B
"""
PEOPLE = [tuple(line.split("|")) for line in _TABLE.strip().splitlines()]

HEADS = {"SM": "Giám đốc", "VP": "Chánh Văn phòng", "CCVT": "Chi cục trưởng"}
DEPUTY_TITLES = {"SM": "Phó Giám đốc", "VP": "Phó Chánh Văn phòng", "CCVT": "Phó Chi cục trưởng"}


def title(unit, role, group):
    """The title of a post as it is printed; roles are codes of the pack."""
    if role == "head":
        return HEADS.get(unit, "Trưởng phòng")
    if role == "deputy":
        return DEPUTY_TITLES.get(unit, "Phó Trưởng phòng")
    return group[:1].upper() + group[1:]
